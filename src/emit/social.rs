//! What is shown of a page where somebody shares it: the words and the picture of Open Graph.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::sitemap::absolute;
use super::{Context, request::Request};
use crate::output::{Contents, Drawing, Origin, OutputFile, Visibility};
use crate::picture::{CARD, Card, Recipe};
use crate::programme::lens::{Lens, TextView};
use crate::programme::picture::{PagePicture, PictureView, variant_path};
use crate::values::{LanguageTag, OutputPath, Route};

/// The ground of a card, and the title on it.
const GROUND: [u8; 3] = [0xfc, 0xfb, 0xf8];
const INK: [u8; 3] = [0x17, 0x24, 0x26];

/// The accent, where the theme has none.
const ACCENT: [u8; 3] = [0x0b, 0x5c, 0x63];

/// What a template may tell of a page to sites that show it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SocialView {
    /// `website`, or `article` for what has a date.
    kind: &'static str,
    /// The whole address of the page.
    url: String,
    /// Its language, as Open Graph writes it: `ht`, `pt_BR`.
    locale: String,
    /// The other languages that it is there in.
    other_locales: Vec<String>,
    /// Its picture, 1200 pixels wide and 630 high.
    image: Option<ImageView>,
}

/// A picture for sites that show the page.
#[derive(Debug, Serialize, JsonSchema)]
struct ImageView {
    /// Its whole address.
    url: String,
    /// Its width in pixels.
    width: u32,
    /// Its height.
    height: u32,
    /// What it shows.
    alt: String,
}

/// What is shared of a page, and the card that is made for it.
pub(super) struct Social {
    pub(super) view: SocialView,
    pub(super) card: Option<Arc<Card>>,
}

/// A page that may be shared.
pub(super) struct Shared<'a> {
    pub(super) request: &'a Request,
    pub(super) route: &'a Route,
    pub(super) title: &'a TextView,
    pub(super) lead: Option<(&'a PagePicture, &'a PictureView)>,
}

impl Social {
    /// What is shared of a page; nothing, while nobody knows where it will be.
    pub(super) fn of(page: &Shared<'_>, context: &Context<'_>, lens: &Lens<'_>) -> Option<Self> {
        let base_url = context.base_url.filter(|_| page.request.is_listed())?;
        let image = |path: &OutputPath, alt: &str| ImageView {
            url: absolute(base_url, &path.href()),
            width: CARD.0,
            height: CARD.1,
            alt: alt.to_owned(),
        };
        let lead = page.lead.filter(|_| context.config.cards).and_then(|(lead, view)| {
            let asset = lens.site.asset(&lead.path)?;
            let can_be_cut = !asset.picture()?.sizes().is_empty();
            can_be_cut.then(|| image(&variant_path(asset, Recipe::Card), &view.alt.text))
        });
        let place = path_of_card(page.route).filter(|_| lead.is_none() && context.config.cards);
        let of_card = |path: &OutputPath| image(path, &page.title.text);
        let view = SocialView {
            kind: if page.request.has_date() { "article" } else { "website" },
            url: absolute(base_url, page.route.as_str()),
            locale: locale(lens.language),
            other_locales: context
                .config
                .languages
                .iter()
                .filter(|language| *language != lens.language)
                .map(locale)
                .collect(),
            image: lead.or(place.as_ref().map(of_card)),
        };
        Some(Self { view, card: place.map(|_| Arc::new(card(page, context, lens))) })
    }
}

fn locale(language: &LanguageTag) -> String {
    language.as_str().replace('-', "_")
}

fn card(page: &Shared<'_>, context: &Context<'_>, lens: &Lens<'_>) -> Card {
    let accent = context.theme.settings.colour("accent");
    Card {
        title: page.title.text.clone(),
        name: lens.words(&lens.site.name).text,
        ground: GROUND,
        ink: INK,
        accent: accent.map_or(ACCENT, |accent| accent.light.channels()),
    }
}

/// The card of a page, as it is published.
pub(super) fn card_file(
    card: Arc<Card>,
    route: &Route,
    visibility: Visibility,
) -> Option<OutputFile> {
    Some(OutputFile {
        path: path_of_card(route)?,
        contents: Contents::Drawn(Drawing::Card(card)),
        origin: Origin::Program("a social card"),
        visibility,
    })
}

fn path_of_card(route: &Route) -> Option<OutputPath> {
    let name = match route.as_str().trim_end_matches('/') {
        "" => "_home",
        route => route,
    };
    OutputPath::new(&format!("cards/{name}.png"))
}
