#include "tables/all_tables.hpp"
#include "tables/weapons_by_item.hpp"

namespace pledgebook::tables {

Definition weapons_delivered() {
    return weapons_by_item("weapons_delivered", "units of heavy weapons delivered, by item and donor", true);
}

}  // namespace pledgebook::tables
