#include "mock_host/staffing/seed/names.hpp"

namespace mock_host {

const std::vector<std::string>& common_first_names() {
    static const std::vector<std::string> names = {
        "Aaron",   "Abigail", "Adele",   "Ahmed",  "Alma",    "Andre",  "Anita",  "Beatriz", "Benjamin",
        "Bianca",  "Calvin",  "Carmen",  "Chloe",  "Clara",   "Corey",  "Damon",  "Darius",  "Deborah",
        "Dmitri",  "Earl",    "Elena",   "Emil",   "Esther",  "Fatima", "Felix",  "Gloria",  "Gordon",
        "Grace",   "Hannah",  "Hector",  "Ingrid", "Isaac",   "Jamal",  "Janice", "Jorge",   "Joyce",
        "Kareem",  "Kayla",   "Keisha",  "Lamar",  "Laura",   "Leon",   "Lucía",  "Malik",   "Marcus",
        "Mei",     "Miguel",  "Mildred", "Naomi",  "Nikolai", "Norma",  "Olivia", "Oscar",   "Pablo",
        "Patrice", "Pedro",   "Priya",   "Ramona", "René",    "Rosa",   "Ruth",   "Samuel",  "Sonia",
        "Stella",  "Tamika",  "Thuy",    "Trevor", "Ursula",  "Victor", "Wanda",  "Wesley",  "Xavier",
        "Yolanda", "Yusuf",   "Zachary"};
    return names;
}

const std::vector<std::string>& common_last_names() {
    static const std::vector<std::string> names = {
        "Abbott",    "Acosta",   "Alvarez",    "Anderson", "Baker",    "Banks",    "Barnes",   "Becker",
        "Bennett",   "Booker",   "Brooks",     "Bryant",   "Caldwell", "Castro",   "Chambers", "Chen",
        "Coleman",   "Cruz",     "Dawson",     "Delgado",  "Dixon",    "Douglas",  "Edwards",  "Espinoza",
        "Fields",    "Fischer",  "Flores",     "Foster",   "Freeman",  "Fuentes",  "García",   "Gibson",
        "Gonzalez",  "Graham",   "Haddad",     "Hansen",   "Harper",   "Hayes",    "Henry",    "Hoffman",
        "Howard",    "Hughes",   "Ibrahim",    "Jacobs",   "Johnson",  "Kelley",   "Khan",     "Kim",
        "Kowalczyk", "Larson",   "Le",         "Logan",    "Lopez",    "Mack",     "Marsh",    "Martinez",
        "McCarthy",  "McDonald", "Mendoza",    "Mitchell", "Mohamed",  "Moreno",   "Murphy",   "Nelson",
        "Nguyen",    "Nuñez",    "O'Connor",   "Okafor",   "Olson",    "Owens",    "Parker",   "Patel",
        "Pham",      "Porter",   "Quinones",   "Ramirez",  "Reed",     "Richards", "Rivera",   "Robinson",
        "Romero",    "Sanders",  "Schmidt",    "Schultz",  "Shah",     "Silva",    "Simmons",  "Snyder",
        "St. John",  "Stevens",  "Thao",       "Thompson", "Torres",   "Turner",   "Vang",     "Vasquez",
        "Wagner",    "Walker",   "Washington", "Weaver",   "Xiong",    "Yang",     "Young",    "Zimmerman"};
    return names;
}

const std::vector<std::string>& customer_names() {
    static const std::vector<std::string> names = {
        "Bluff City Freight",   "Mid-South Packaging",  "Riverside Cold Storage", "Eagan Machine Works",
        "Twin Cities Bottling", "Desert Rose Catering", "Silver State Linen",     "Buckeye Fulfillment",
        "Delta Foods",          "Harbor Electronics",   "Northstar Medical",      "Pyramid Distribution",
        "Smith & Sons Lumber",  "Lakeville Plastics",   "Overton Printing",       "Grand Canal Hospitality"};
    return names;
}

const std::vector<std::string>& departments() {
    static const std::vector<std::string> names = {
        "Accounting", "Human Resources", "Operations", "Production", "Shipping", "Warehouse", ""};
    return names;
}

const std::vector<std::string>& titles() {
    static const std::vector<std::string> names = {
        "Controller", "HR Manager", "Office Manager", "Owner", "Secretary", "Shift Supervisor", "Buyer", ""};
    return names;
}

const std::vector<std::string>& job_titles() {
    static const std::vector<std::string> names = {
        "Forklift Operator", "Order Picker",   "Machine Operator", "Packer", "Line Cook",
        "Housekeeper",       "Shipping Clerk", "Receptionist",     "Welder", "Assembler",
        "Data Entry Clerk",  "Banquet Server", "Quality Inspector"};
    return names;
}

}  // namespace mock_host
