//! The theme's styles and the site's own files, passed through.

use std::collections::BTreeSet;

use super::{Context, Emitter, Plan};
use crate::diagnostic::Diagnosed;
use crate::output::{Contents, Drawing, Origin, OutputFile, Visibility};
use crate::picture::{Kind, Picture, Recipe};
use crate::programme::Asset;
use crate::programme::picture::variant_path;
use crate::progress::Stage;
use crate::theme::Bytes;
use crate::values::OutputPath;

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::Assets, emit };

fn emit(context: &Context<'_>, _: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let theme = context.theme.assets().filter_map(|(path, source, bytes)| {
        let contents = match bytes {
            Bytes::Known(bytes) => Contents::Bytes(bytes.to_vec().into()),
            Bytes::InSite => Contents::CopyOf(source.clone()),
        };
        let path = OutputPath::new(path)?;
        Some(OutputFile {
            path,
            contents,
            origin: Origin::Source(source.clone()),
            visibility: Visibility::Public,
        })
    });
    let styles = context.theme.stylesheets().filter_map(|(path, css)| {
        Some(OutputFile {
            path: OutputPath::new(path)?,
            contents: Contents::Bytes(css.to_owned().into()),
            origin: Origin::Program("the theme's stylesheet"),
            visibility: Visibility::Public,
        })
    });
    let own =
        context.site.assets.iter().map(|asset| file(asset, asset.path.clone(), original(asset)));
    Diagnosed::fine(theme.chain(styles).chain(own).chain(variants(context)).collect())
}

/// The sizes of all pictures that a page or a text shows; what is only linked to has none. Of what
/// leads a page, the social card too.
fn variants<'a>(context: &Context<'a>) -> impl Iterator<Item = OutputFile> + use<'a> {
    let site = context.site;
    let has_cards = context.base_url.is_some() && context.config.cards;
    let leads: BTreeSet<&OutputPath> = site.pictures.leads().filter(|_| has_cards).collect();
    let shown: BTreeSet<&OutputPath> =
        site.pictures.of_pages().chain(context.texts.pictures()).collect();
    let assets = shown.into_iter().filter_map(|path| site.asset(path));
    assets.flat_map(move |asset| {
        let mut recipes = asset.picture().map(Picture::recipes).unwrap_or_default();
        if leads.contains(&asset.path) && !recipes.is_empty() {
            recipes.push(Recipe::Card);
        }
        recipes.into_iter().map(|recipe| {
            let drawing = Drawing::Developed { original: asset.source.clone(), recipe };
            file(asset, variant_path(asset, recipe), Contents::Drawn(drawing))
        })
    })
}

fn file(asset: &Asset, path: OutputPath, contents: Contents) -> OutputFile {
    let origin = Origin::Source(asset.source.clone());
    OutputFile { path, contents, origin, visibility: Visibility::Public }
}

/// The file itself; a picture without what it tells of where and when it was taken. A drawing has
/// been judged, and is as it is.
fn original(asset: &Asset) -> Contents {
    let source = asset.source.clone();
    match asset.picture() {
        Some(Picture { kind: Kind::Svg, .. }) | None => Contents::CopyOf(source),
        Some(_) => Contents::Drawn(Drawing::Developed { original: source, recipe: Recipe::Clean }),
    }
}
