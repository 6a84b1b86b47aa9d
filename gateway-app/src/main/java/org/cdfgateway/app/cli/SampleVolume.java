package org.cdfgateway.app.cli;

import org.cdfgateway.emulator.Volume;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --scale}. */
record SampleVolume(String text, Volume volume) {

    static final String DESCRIPTION =
            "Amount of sample data: small (1,000 assets), medium (100,000), large (1,000,000), or a number of assets.";

    /** Reads what was given on the command line. */
    static final class Converter implements ITypeConverter<SampleVolume> {

        @Override
        public SampleVolume convert(String text) {
            return new SampleVolume(text, volume(text));
        }

        private static Volume volume(String text) {
            return switch (text) {
                case "small" -> Volume.SMALL;
                case "medium" -> Volume.MEDIUM;
                case "large" -> Volume.LARGE;
                default -> ofAssets(text);
            };
        }

        private static Volume ofAssets(String text) {
            try {
                return Volume.ofAssets(Integer.parseInt(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no scale (expected: small, medium, large, or 0 to 5000000 assets)");
            }
        }
    }
}
