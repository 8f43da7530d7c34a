#include "formulas/functions/functions.hpp"

#include <map>

namespace pledgebook::formulas {

const Function* find_function(std::string_view name) {
    static const auto functions = [] {
        std::map<std::string_view, const Function*> map;
        for (const auto list : {choice_functions(), arithmetic_functions(), statistics_functions(),
                                conditional_functions(), lookup_functions(), place_functions(),
                                text_functions(), date_functions(), kind_functions(), table_functions()}) {
            for (const auto& each : list) {
                map.emplace(each.name, &each);
            }
        }
        return map;
    }();
    const auto found = functions.find(name);
    return found == functions.end() ? nullptr : found->second;
}

}  // namespace pledgebook::formulas
