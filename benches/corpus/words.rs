//! The vocabulary of the corpus.

/// Codes and English names of countries.
pub(super) const COUNTRIES: [(&str, &str); 40] = [
    ("AR", "Argentina"),
    ("AM", "Armenia"),
    ("AU", "Australia"),
    ("AT", "Austria"),
    ("BR", "Brazil"),
    ("CA", "Canada"),
    ("CL", "Chile"),
    ("CN", "China"),
    ("HR", "Croatia"),
    ("CU", "Cuba"),
    ("DK", "Denmark"),
    ("EG", "Egypt"),
    ("SV", "El Salvador"),
    ("FI", "Finland"),
    ("FR", "France"),
    ("DE", "Germany"),
    ("GH", "Ghana"),
    ("GR", "Greece"),
    ("HT", "Haiti"),
    ("HU", "Hungary"),
    ("IS", "Iceland"),
    ("IN", "India"),
    ("IE", "Ireland"),
    ("IT", "Italy"),
    ("JP", "Japan"),
    ("KE", "Kenya"),
    ("MX", "Mexico"),
    ("MA", "Morocco"),
    ("NO", "Norway"),
    ("PE", "Peru"),
    ("PL", "Poland"),
    ("PT", "Portugal"),
    ("SN", "Senegal"),
    ("KR", "South Korea"),
    ("ES", "Spain"),
    ("SE", "Sweden"),
    ("TZ", "Tanzania"),
    ("UA", "Ukraine"),
    ("GB", "United Kingdom"),
    ("VN", "Vietnam"),
];

/// Names of cities are made of these three, and of the first only now and then.
pub(super) const BEFORE: [&str; 16] = [
    "Saint", "Alto", "Bad", "Vila", "Port", "Monte", "Grand", "San", "Nova", "Ober", "Kita", "Rio",
    "Lake", "East", "West", "Old",
];
pub(super) const ROOTS: [&str; 40] = [
    "Aur", "Bel", "Cor", "Dor", "Est", "Fal", "Gar", "Hal", "Ith", "Jor", "Kul", "Lor", "Mar",
    "Nor", "Ost", "Pel", "Quil", "Ros", "Sèv", "Tor", "Ulm", "Vér", "Wal", "Xan", "Yor", "Zel",
    "Ard", "Brem", "Crans", "Dün", "Elb", "Fjör", "Gräv", "Hov", "Isk", "Jäm", "Lund", "Næs",
    "Smö", "Żar",
];
pub(super) const ENDINGS: [&str; 27] = [
    "bourg", "ville", "stad", "ford", "haven", "mouth", "field", "bridge", "ton", "ham", "heim",
    "berg", "dorf", "minster", "wick", "holm", "vik", "grad", "ovo", "ella", "anda", "oka",
    "shima", "pur", "kent", "polis", "dale",
];

pub(super) const FIRST_NAMES: [&str; 16] = [
    "Ana", "Bjorn", "Chloé", "Dmitri", "Elena", "Farid", "Grace", "Hiro", "Ines", "Jamal", "Luis",
    "Mei", "Nadia", "Omar", "Rosa", "Tomás",
];
pub(super) const LAST_NAMES: [&str; 16] = [
    "Abara", "Becker", "Costa", "Dubois", "Eriksen", "García", "Haddad", "Kimura", "Moreau",
    "Novák", "Okafor", "Rossi", "Silva", "Tanaka", "Weber", "Zhang",
];

/// Areas of focus: their ids and names.
pub(super) const AREAS: [(&str, &str); 12] = [
    ("agriculture", "Agriculture"),
    ("arts", "Arts and culture"),
    ("education", "Education"),
    ("environment", "Environment"),
    ("heritage", "Heritage"),
    ("music", "Music"),
    ("public-health", "Public health"),
    ("research", "Research"),
    ("sport", "Sport"),
    ("tourism", "Tourism"),
    ("trade", "Trade"),
    ("youth", "Youth exchange"),
];

/// What happens between two cities: the kind of a moment, and its title.
pub(super) const MOMENTS: [(&str, &str); 12] = [
    ("delegation-out", "The first delegation sets out"),
    ("delegation-in", "A delegation comes to stay"),
    ("exchange", "The student exchange begins"),
    ("festival", "A joint concert in the town hall"),
    ("launch", "The garden is dedicated"),
    ("signing", "The agreement is renewed"),
    ("visit", "A trade mission"),
    ("gift", "The libraries exchange books"),
    ("meeting", "An online forum is held"),
    ("relief", "The relief fund sends help"),
    ("training", "Firefighters train together"),
    ("project", "The mural is unveiled"),
];

pub(super) const REASONS: [&str; 4] =
    ["natural disasters", "the pandemic", "a change of government", "a lack of volunteers"];

pub(super) const ORGANIZATION_TYPES: [&str; 6] =
    ["association", "foundation", "hospital", "nonprofit", "school", "university"];

pub(super) const HEADINGS: [&str; 5] =
    ["What we do together", "Getting involved", "Visiting", "Highlights", "Looking ahead"];

pub(super) const ADJECTIVES: [&str; 24] = [
    "annual",
    "civic",
    "regional",
    "youthful",
    "joint",
    "municipal",
    "historic",
    "modest",
    "generous",
    "lively",
    "bilingual",
    "seasonal",
    "long-standing",
    "new",
    "formal",
    "coastal",
    "mountain",
    "industrial",
    "musical",
    "culinary",
    "scientific",
    "cultural",
    "educational",
    "medical",
];
pub(super) const NOUNS: [&str; 36] = [
    "exchange",
    "delegation",
    "partnership",
    "school",
    "orchestra",
    "council",
    "library",
    "museum",
    "harbour",
    "market",
    "festival",
    "committee",
    "teacher",
    "artist",
    "hospital",
    "university",
    "choir",
    "bridge",
    "garden",
    "workshop",
    "archive",
    "railway",
    "theatre",
    "bakery",
    "river",
    "forest",
    "footpath",
    "cooperative",
    "chamber",
    "charter",
    "tournament",
    "mural",
    "fountain",
    "orchard",
    "lighthouse",
    "clinic",
];
pub(super) const VERBS: [&str; 20] = [
    "welcomed",
    "hosted",
    "signed",
    "renewed",
    "celebrated",
    "planted",
    "opened",
    "restored",
    "supported",
    "published",
    "translated",
    "joined",
    "visited",
    "invited",
    "rehearsed",
    "repaired",
    "funded",
    "documented",
    "studied",
    "mapped",
];
