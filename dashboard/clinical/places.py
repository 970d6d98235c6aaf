"""Where a person can be: the states and territories of the United States, and elsewhere."""

from types import MappingProxyType

ELSEWHERE = "XX"

_NAMES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|"
    "DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|"
    "IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|"
    "MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|"
    "NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|"
    "OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|"
    "SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|"
    "WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
)
# By postal code, in order of name.
STATES = MappingProxyType(
    {code: name for code, _, name in (line.partition(" ") for line in _NAMES.split("|"))}
)
PLACES = MappingProxyType({**STATES, ELSEWHERE: "Outside the United States"})
ANYWHERE = "any state"  # said of who holds no license at all, where nobody knows the place
