//! Closed lists of words: what a key takes, and how code speaks of it.

/// Makes an enum from the words that may be written in a file.
macro_rules! vocabulary {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
            pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+ }

            impl $name {
                /// Every word, in the order of the manual.
                pub const ALL: &[Self] = &[$(Self::$variant),+];

                /// The word as it is written in a file.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { $(Self::$variant => $word),+ }
                }
            }
        )+
    };
}
pub(super) use vocabulary;
