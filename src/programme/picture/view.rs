//! A picture as a template sees it.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PagePicture, PictureWords, variant_path};
use crate::picture::Recipe;
use crate::programme::lens::{DateView, Lens, TextView};
use crate::programme::prose::ProsePicture;
use crate::values::{OutputPath, Words};

/// A picture as a template sees it. Addresses begin at the site's root.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PictureView {
    /// What it shows, for who cannot see it; empty, if it only adorns.
    pub alt: TextView,
    /// Its address, in a format that every browser understands.
    pub src: String,
    /// Its width in pixels: of the largest size that is offered.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The same in a better format and several sizes, the smallest first; nothing, where it is shown
    /// as it is.
    pub sizes: Vec<SizeView>,
    /// The format of these: `image/webp`.
    pub media_type: &'static str,
    /// The address of the largest, in a format that every program understands.
    pub large: String,
    /// What stands below it.
    pub caption: Option<TextView>,
    /// Who made it.
    pub credit: Option<TextView>,
    /// Under which terms it may be used.
    pub license: Option<TextView>,
    /// When it was taken.
    pub date: Option<DateView>,
    /// Whether it is the first of its page: it is fetched at once.
    pub eager: bool,
}

/// A picture in one of its sizes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SizeView {
    /// Its address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
}

impl PictureView {
    /// A picture of a page.
    #[must_use]
    pub fn of_page(picture: &PagePicture, eager: bool, lens: &Lens<'_>) -> Option<Self> {
        Self::new(&picture.path, &picture.own, eager, lens)
    }

    /// A picture that only the list of pictures describes.
    #[must_use]
    pub fn listed(path: &OutputPath, eager: bool, lens: &Lens<'_>) -> Option<Self> {
        Self::new(path, &PictureWords::default(), eager, lens)
    }

    /// A picture in a text, whose language is that of the lens.
    #[must_use]
    pub fn of_prose(picture: &ProsePicture, eager: bool, lens: &Lens<'_>) -> Option<Self> {
        let written = |text: &Option<String>| Some(lens.foreign(text.as_ref()?, lens.language));
        let view = Self::listed(&picture.path, eager, lens)?;
        Some(Self {
            alt: written(&picture.alt).unwrap_or(view.alt),
            caption: written(&picture.caption).or(view.caption),
            ..view
        })
    }

    fn new(path: &OutputPath, own: &PictureWords, eager: bool, lens: &Lens<'_>) -> Option<Self> {
        let asset = lens.site.asset(path)?;
        let picture = asset.picture()?;
        let nothing = PictureWords::default();
        let told = lens.site.pictures.told.get(path).map_or(&nothing, |(told, _)| told);
        let words = |of: fn(&PictureWords) -> Option<&Words>| {
            of(own).or_else(|| of(told)).map(|words| lens.words(words))
        };
        let is_decorative = own.is_decorative || (own.alt.is_none() && told.is_decorative);
        let alt = words(|it| it.alt.as_ref()).filter(|_| !is_decorative);
        let (best, _) = picture.formats();
        let mut sizes = Vec::new();
        let mut fallbacks = Vec::new();
        for recipe in picture.recipes() {
            let Recipe::Sized { width, height, format } = recipe else { continue };
            let url = variant_path(asset, recipe).href();
            match format == best {
                true => sizes.push(SizeView { url, width }),
                false => fallbacks.push((url, width, height)),
            }
        }
        let src = fallbacks.first().map_or_else(|| asset.path.href(), |(url, ..)| url.clone());
        // A page shows it as large as there are pixels, and no larger.
        let (width, height) = fallbacks
            .last()
            .map_or((picture.width, picture.height), |(_, width, height)| (*width, *height));
        Some(Self {
            alt: alt.unwrap_or_else(|| lens.foreign("", lens.language)),
            large: fallbacks.last().map_or_else(|| src.clone(), |(url, ..)| url.clone()),
            src,
            width,
            height,
            sizes,
            media_type: best.media_type(),
            caption: words(|it| it.caption.as_ref()),
            credit: words(|it| it.credit.as_ref()),
            license: words(|it| it.license.as_ref()),
            date: own.date.as_ref().or(told.date.as_ref()).map(|date| lens.date(date)),
            eager,
        })
    }
}
