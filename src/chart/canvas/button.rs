//! Buttons that save what is seen as a picture.

use super::picture::{Credit, Picture, blank};
use super::ruler::Ruler;
use super::surface::context_of;
use crate::browser::{files, nodes};
use crate::chart::palette;
use crate::chart::plate::Plate;
use crate::reactive::{Signal, expect_context};
use crate::view::{MouseEvent, View, view};
use paceboard_core::sheet::file_name;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, Node};

/// The button; hidden where files cannot be saved.
pub fn save_button(
    hook: &'static str,
    label: Signal<String>,
    save: impl FnMut(&MouseEvent) + 'static,
) -> View {
    view! {
        <button class="chart__button" type="button" data-testid=hook hidden=!files::can_save() on:click=save>
            {label}
        </button>
    }
}

/// A button that saves a plate, drawn when it is asked for in the colours in force there.
pub fn plate_button(label: Signal<String>, plate: Box<dyn Fn() -> Option<Plate>>) -> View {
    let credit = expect_context::<Credit>();
    let take = move |event: &MouseEvent| {
        let button = event.current_target().and_then(|it| it.dyn_into().ok());
        if let (Some(plate), Some(button)) = (plate(), button) {
            let picture = drawn(&plate, &button, &credit.line.get());
            save(credit, &[&plate.title, &plate.about], picture);
        }
    };
    save_button("plate-picture", label, take)
}

/// Saves a picture under a name that ends with those words.
pub fn save(credit: Credit, words: &[&str], picture: Option<HtmlCanvasElement>) {
    if let Some(picture) = picture {
        let name = [credit.file.get(), file_name(words)].join("_");
        files::save_canvas(&(name + ".png"), &picture);
    }
}

fn drawn(plate: &Plate, button: &Node, credit: &str) -> Option<HtmlCanvasElement> {
    let context = context_of(&blank()?)?;
    let probe = nodes::element("span");
    nodes::append(button, &probe);
    let palette = palette::read(probe.unchecked_ref(), &context);
    nodes::remove(&probe);
    let palette = palette?;
    let picture = Picture {
        palette: &palette,
        ruler: &Rc::new(Ruler::new(context, palette.font.clone())),
        credit,
    };
    picture.of_plate(plate)
}
