//! Writes the template: what is fixed, and where the holes are.
//!
//! A template is a run of marks, each a control character with what follows it up to the next:
//! `OPEN` tag, `NAME` attribute, `VALUE` of it, `TEXT`, `CLOSE`, `SET` with a name as it is written,
//! `class:open` or `on:click` (the next hole is about that of the element that is open) and `CHILD`
//! (the next hole stands here).

use crate::holes;
use proc_macro2::TokenStream;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;
use syn::{Error, Result};

const OPEN: char = '\x01';
const NAME: char = '\x02';
const VALUE: char = '\x03';
const TEXT: char = '\x04';
const CLOSE: char = '\x05';
const SET: char = '\x06';
const CHILD: char = '\x07';

/// A template being written.
#[derive(Default)]
pub struct Writer {
    template: String,
    holes: Vec<TokenStream>,
}

impl Writer {
    /// The template and its holes in order.
    pub fn finish(self) -> (String, Vec<TokenStream>) {
        (self.template, self.holes)
    }

    /// Writes `nodes`, one after the other.
    pub fn nodes(&mut self, nodes: &[Node]) -> Result<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Element(element) => self.element(element)?,
            Node::Fragment(fragment) => self.nodes(&fragment.children)?,
            Node::Text(text) => self.mark(TEXT, &text.value_string()),
            Node::Block(block) => {
                self.mark(CHILD, "");
                self.holes.push(holes::child(block));
            }
            Node::Comment(_) => {}
            other => return Err(Error::new(other.span(), "texts of a view stand in quotes")),
        }
        Ok(())
    }

    fn element(&mut self, element: &NodeElement<rstml::Infallible>) -> Result<()> {
        self.mark(OPEN, &element.name().to_string());
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.attribute(attribute)?,
                NodeAttribute::Block(block) => {
                    return Err(Error::new(block.span(), "an attribute has a name"));
                }
            }
        }
        self.nodes(element.children())?;
        self.mark(CLOSE, "");
        Ok(())
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) -> Result<()> {
        let name = attribute.key.to_string();
        if let Some(value) = attribute.value_literal_string() {
            self.mark(NAME, &name);
            self.mark(VALUE, &value);
        } else {
            self.mark(SET, &name);
            self.holes.push(holes::attribute(&name, attribute)?);
        }
        Ok(())
    }

    fn mark(&mut self, mark: char, text: &str) {
        self.template.push(mark);
        self.template.push_str(text);
    }
}
