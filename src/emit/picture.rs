//! Pictures in prose, as the theme shows them.

use tera::{Context as TemplateContext, Value};

use super::prose::Setting;
use crate::diagnostic::Diagnostic;
use crate::programme::picture::PictureView;
use crate::programme::prose::ProsePicture;

/// The HTML of a picture in a text. What is said of it is in the language of the text.
pub(super) fn picture_html(
    picture: &ProsePicture,
    setting: &Setting<'_>,
) -> Result<String, Diagnostic> {
    let words = setting.words;
    let Some(view) = PictureView::of_prose(picture, setting.is_first_picture(), words) else {
        return Ok(String::new());
    };
    let mut context = TemplateContext::new();
    context.insert_value("root", Value::from(setting.root));
    context.insert_value("lang", Value::from(words.language.as_str()));
    context.insert_value("site", setting.site.clone());
    context.insert_value("picture", Value::from_serializable(&view));
    context.insert_value("alone", Value::from(picture.alone));
    let html = setting.context.theme.render("blocks/picture.html", &context, setting.page)?;
    Ok(html.trim().to_owned())
}
