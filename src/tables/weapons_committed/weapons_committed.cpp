#include "tables/all_tables.hpp"
#include "tables/weapons_by_item.hpp"

namespace pledgebook::tables {

Definition weapons_committed() {
    return weapons_by_item("weapons_committed", "units of heavy weapons committed, by item and donor", false);
}

}  // namespace pledgebook::tables
