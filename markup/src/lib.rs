//! The `view!` macro: Leptos's markup, compiled to a template and the holes in it.
//!
//! Leptos's own macro gives every view a type of its own, and the compiler writes code for each.
//! This one puts all that is fixed into one string, so that a view costs its text and the values
//! that change; `paceboard::view` builds both into elements.

mod holes;
mod template;

use proc_macro::TokenStream;
use quote::quote;
use template::Writer;

/// A view: elements, texts in quotes, and Rust in braces.
///
/// Attributes take a literal, a value or a closure; `class:name`, `style:name`, `prop:name` and
/// `on:event` mean what they mean in Leptos, `node_ref` keeps the element.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let config = rstml::ParserConfig::default();
    let nodes =
        match rstml::Parser::new(config).parse_simple(proc_macro2::TokenStream::from(tokens)) {
            Ok(nodes) => nodes,
            Err(error) => return error.to_compile_error().into(),
        };
    let mut writer = Writer::default();
    if let Err(error) = writer.nodes(&nodes) {
        return error.to_compile_error().into();
    }
    let (template, holes) = writer.finish();
    quote!(crate::view::build(#template)#(#holes)*.done()).into()
}
