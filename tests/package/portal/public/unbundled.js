Paceboard.configure({ sources: { main: { url: "/sales.json" } }, locale: "en" });
