#include "core/audit_finding.hpp"

namespace pledgebook {

std::string_view to_string(Sureness sureness) {
    switch (sureness) {
        case Sureness::certain:
            return "certain";
        case Sureness::likely:
            return "likely";
        case Sureness::possible:
            return "possible";
    }
    return "";
}

}  // namespace pledgebook
