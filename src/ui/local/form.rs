//! What a CSV file does not say, to be filled in.

use super::of_offer;
use crate::state::{FormField, State};
use crate::ui::live::live;
use crate::view::{View, event_target_value, view};

/// The form, with the programme's defaults to begin with. The file is read again with each change.
pub fn form(state: State) -> View {
    let line = |field: FormField| {
        let value = live(move || {
            of_offer(state, |offer| {
                let form = offer.form.as_ref();
                form.map_or(String::new(), |form| form.get(field).to_owned())
            })
        });
        let wanted = move || of_offer(state, |offer| offer.wanted(field, state.texts()));
        let about = format!("local-file-{}", field as usize);
        view! {
            <div class="local__field">
                <label>
                    <span>{live(move || field.label(state.texts()))}</span>
                    <input
                        class="field"
                        type="text"
                        autocomplete="off"
                        aria-describedby=about.clone()
                        aria-invalid=move || wanted().is_some().to_string()
                        prop:value=value
                        on:change=move |event| state.fill_in(field, event_target_value(event))
                    />
                </label>
                <p class="number-field__range" id=about>{live(wanted)}</p>
            </div>
        }
    };
    view! {
        <fieldset class="local__form" data-testid="local-file-form">
            <legend>{state.word(|texts| texts.files.file_form)}</legend>
            <p class="quiet">{state.word(|texts| texts.files.file_form_note)}</p>
            {FormField::ALL.map(line)}
        </fieldset>
    }
}
