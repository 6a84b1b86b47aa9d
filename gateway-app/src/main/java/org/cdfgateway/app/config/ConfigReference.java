package org.cdfgateway.app.config;

/** The reference page of all settings, made from the settings themselves. */
public final class ConfigReference {

    private ConfigReference() {}

    /** The page as Markdown: one table per group. */
    public static String markdown() {
        StringBuilder page = new StringBuilder();
        GatewayConfig.SETTINGS.forEach(group -> {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| Setting | Environment variable | Value | Default | Meaning |\n");
            page.append("| --- | --- | --- | --- | --- |\n");
            group.settings().forEach(setting -> page.append(row(setting)));
        });
        return page.toString();
    }

    private static String row(Setting<?> setting) {
        String standard = switch (setting.presence()) {
            case REQUIRED -> "required";
            case OPTIONAL -> "";
            case DEFAULTED -> "`" + setting.defaultText().orElseThrow() + "`";
        };
        return "| `" + setting.key() + "` | `" + setting.environmentVariable() + "` | "
                + setting.type().name() + " | " + standard + " | " + setting.meaning() + " |\n";
    }
}
