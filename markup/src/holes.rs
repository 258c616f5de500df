//! The code of the holes: a call for each, on what is being built.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KeyedAttribute, NodeBlock};
use syn::spanned::Spanned;
use syn::{Error, Expr, Result};

/// Rust in braces among the children.
pub fn child(block: &NodeBlock) -> TokenStream {
    quote!(.child({
        #[allow(unused_braces)]
        #block
    }))
}

/// An attribute whose value is not a literal.
pub fn attribute(name: &str, attribute: &KeyedAttribute) -> Result<TokenStream> {
    let Some(value) = attribute.value() else {
        return flag(name, attribute);
    };
    let value = quote!({
        #[allow(unused_braces)]
        #value
    });
    Ok(match name.split_once(':') {
        Some(("on", event)) => handler(event, &value),
        Some(("class" | "style" | "prop", _)) => of_value(&value),
        Some(_) => {
            return Err(Error::new(
                attribute.span(),
                "unknown prefix of an attribute",
            ));
        }
        None if name == "node_ref" => quote!(.element((#value).slot())),
        None => of_value(&value),
    })
}

/// `class:name` and a plain `name` without a value take it from the variable of that name.
fn flag(name: &str, attribute: &KeyedAttribute) -> Result<TokenStream> {
    let variable: Expr = syn::parse_str(name)
        .map_err(|_| Error::new(attribute.span(), "this attribute needs a value"))?;
    Ok(of_value(&quote!(#variable)))
}

fn of_value(value: &TokenStream) -> TokenStream {
    quote!(.value(#value))
}

fn handler(event: &str, value: &TokenStream) -> TokenStream {
    let kind = match event {
        "click" => "MouseEvent",
        "keydown" => "KeyboardEvent",
        "focus" | "blur" | "focusin" | "focusout" => "FocusEvent",
        _ if event.starts_with("pointer") => "PointerEvent",
        _ => "Event",
    };
    let kind = quote::format_ident!("{kind}");
    quote!(.on::<crate::view::#kind>(#value))
}
