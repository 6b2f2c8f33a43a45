//! What the tags of a template say, as far as it can be told without filling it in.

/// A block of a template.
pub(super) struct Block<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// The blocks that it stands in.
    pub(super) within: Vec<&'a str>,
}

/// The blocks that a template fills or leaves to others, in their order.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut within: Vec<&str> = Vec::new();
    for tag in tags(text) {
        if let Some(name) = tag.strip_prefix("block ") {
            let name = name.trim();
            blocks.push(Block { name, within: within.clone() });
            within.push(name);
        } else if tag.starts_with("endblock") {
            within.pop();
        }
    }
    blocks
}

/// Whether a template shows what its blocks hold where it builds on another.
pub(super) fn asks_for_the_original(text: &str) -> bool {
    text.contains("super()")
}

/// The templates that it extends or includes.
pub(super) fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    tags(text).filter_map(|tag| {
        let name = tag.strip_prefix("extends ").or_else(|| tag.strip_prefix("include "))?;
        quoted(name)
    })
}

/// The template that it extends.
pub(super) fn parent(text: &str) -> Option<&str> {
    tags(text).find_map(|tag| tag.strip_prefix("extends ")).and_then(quoted)
}

/// Whether it defines a component, which others use by a name of its own.
pub(super) fn has_component(text: &str) -> bool {
    tags(text).any(|tag| tag.starts_with("component "))
}

/// The variables that it sets itself.
pub(super) fn variables(text: &str) -> impl Iterator<Item = &str> {
    tags(text).filter_map(|tag| {
        let rest = tag.strip_prefix("set ").or_else(|| tag.strip_prefix("set_global "))?;
        Some(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
    })
}

/// What stands between `{%` and `%}`, but for comments.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('{')?;
            rest = &rest[at + 1..];
            let (is_tag, end) = match rest.as_bytes().first()? {
                b'%' => (true, "%}"),
                b'#' => (false, "#}"),
                _ => continue,
            };
            let inside = &rest[1..];
            let length = inside.find(end).unwrap_or(inside.len());
            rest = &inside[length..];
            if is_tag {
                return Some(inside[..length].trim_matches('-').trim());
            }
        }
    })
}

/// The text in quotation marks that something begins with.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let mark = text.chars().next().filter(|mark| ['"', '\'', '`'].contains(mark))?;
    text[1..].split(mark).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"
{# Not {% block this %}. #}
{%- extends "civic/page.html" -%}
{% block content %}{% set of = 3 %}{ {{ page.title }}
{% include 'partials/prose.html' %}{% set_global all=1 %}{% endblock %}
{%block lede%}{% endblock lede %}"#;

    #[test]
    fn tags_are_told_from_text_and_comments() {
        let names = |text| blocks(text).iter().map(|block| block.name).collect::<Vec<_>>();
        assert_eq!(names(TEMPLATE), ["content", "lede"]);
        assert_eq!(parent(TEMPLATE), Some("civic/page.html"));
        let asked_for: Vec<_> = asked_for(TEMPLATE).collect();
        assert_eq!(asked_for, ["civic/page.html", "partials/prose.html"]);
        assert_eq!(variables(TEMPLATE).collect::<Vec<_>>(), ["of", "all"]);
        assert!(!has_component(TEMPLATE));
        assert!(has_component("{% component status(key: String) %}{% endcomponent %}"));
    }

    #[test]
    fn a_block_knows_what_it_stands_in() {
        let text =
            "{% block a %}{% block b %}{% endblock b %}{% endblock %}{% block c %}{% endblock %}";
        let within: Vec<_> = blocks(text).into_iter().map(|block| block.within).collect();
        assert_eq!(within, [vec![], vec!["a"], vec![]]);
    }

    #[test]
    fn what_is_never_closed_ends_with_the_text() {
        for text in ["{", "{%", "{%-", "{#", "{{", "{% block", "{% include \"", "{% set "] {
            assert_eq!(blocks(text).len(), 0, "{text}");
            asked_for(text).for_each(drop);
            variables(text).for_each(drop);
        }
    }
}
