package org.cdfgateway.app.config;

import java.util.List;

/** Settings that belong together, under the title they have in the reference page. */
public record SettingGroup(String title, List<Setting<?>> settings) {

    public SettingGroup {
        settings = List.copyOf(settings);
    }
}
