package org.cdfgateway.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port from the command line; 0 lets the operating system choose. */
final class Port implements ITypeConverter<Integer> {

    private static final int MAX = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number that is no port
        }
        throw new TypeConversionException("'" + text + "' is no port (expected: 0 to " + MAX + ")");
    }
}
