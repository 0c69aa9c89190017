"""Levels of issuers, as an officer types and reads them."""

LEVELS = {
    "ministry": "trung ương",
    "province": "tỉnh",
    "department": "sở",
    "district": "huyện",
    "commune": "xã",
    "school": "trường",
    "party": "đảng",
    "office": "đơn vị",
}
"""By what ``checks.parsing.naming.level`` calls them."""
