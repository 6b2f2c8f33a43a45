//! The theme's styles and the site's own files, passed through.

use super::{Context, Emitter, Plan};
use crate::diagnostic::Diagnosed;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::theme::Bytes;
use crate::values::OutputPath;

pub(super) const EMITTER: Emitter = Emitter { emit };

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
    let (path, css) = context.theme.stylesheet();
    let stylesheet = OutputPath::new(path).map(|path| OutputFile {
        path,
        contents: Contents::Bytes(css.to_owned().into()),
        origin: Origin::Program("the theme's stylesheet"),
        visibility: Visibility::Public,
    });
    let own = context.site.assets.iter().map(|(source, path)| OutputFile {
        path: path.clone(),
        contents: Contents::CopyOf(source.clone()),
        origin: Origin::Source(source.clone()),
        visibility: Visibility::Public,
    });
    Diagnosed::fine(theme.chain(stylesheet).chain(own).collect())
}
