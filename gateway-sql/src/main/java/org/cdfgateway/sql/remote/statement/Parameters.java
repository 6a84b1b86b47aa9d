package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.edit.Quoting;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.TextInput;
import org.cdfgateway.sql.expression.UnknownValue;
import org.cdfgateway.sql.expression.ValueType;
import org.jspecify.annotations.Nullable;

/** What {@code $1, $2, ...} stand for. */
public sealed interface Parameters {

    /**
     * @param number from 1
     * @throws GatewayException SYNTAX_ERROR when there is no such parameter, INVALID_TEXT_REPRESENTATION when its value is
     *     none of the type
     */
    Expression value(int number, ValueType type);

    /**
     * The value as a literal of unknown type, to be cast; NULL when it is not known yet.
     *
     * @throws GatewayException SYNTAX_ERROR when there is no such parameter
     */
    String literal(int number);

    /** For a statement that is only prepared or estimated. */
    static Parameters unknown() {
        return new Unknown();
    }

    static Parameters of(List<@Nullable String> texts) {
        return new Bound(Collections.unmodifiableList(new ArrayList<>(texts)));
    }

    /** Values that are not known yet. */
    record Unknown() implements Parameters {
        @Override
        public Expression value(int number, ValueType type) {
            return new UnknownValue(type);
        }

        @Override
        public String literal(int number) {
            return "NULL";
        }
    }

    /** Values in PostgreSQL's text format. */
    record Bound(List<@Nullable String> texts) implements Parameters {
        @Override
        public Expression value(int number, ValueType type) {
            String text = text(number);
            return new Constant(type, text == null ? null : TextInput.parse(type, text));
        }

        @Override
        public String literal(int number) {
            String text = text(number);
            return text == null ? "NULL" : Quoting.literal(text);
        }

        private @Nullable String text(int number) {
            if (number < 1 || number > texts.size()) {
                throw new GatewayException(ErrorKind.SYNTAX_ERROR, "there is no parameter $" + number);
            }
            return texts.get(number - 1);
        }
    }
}
