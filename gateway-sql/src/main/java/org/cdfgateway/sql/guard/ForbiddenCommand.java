package org.cdfgateway.sql.guard;

import java.util.List;
import java.util.Locale;
import org.cdfgateway.sql.lex.Lexer;

/**
 * A command that no client may use.
 *
 * @param words how it begins, in lower case
 */
record ForbiddenCommand(List<String> words, Refusal refusal) {

    private static final String ROLES = "The gateway's HTTP API creates and removes users.";
    private static final String SETTINGS = "Use SET to change a setting for this session.";
    private static final String FUNCTIONS =
            "Use queries, common table expressions, prepared statements or temporary views.";

    static final List<ForbiddenCommand> ALL = List.of(
            forbidden("alter role", ROLES),
            forbidden("alter user", ROLES),
            forbidden("alter group", ROLES),
            forbidden("create role", ROLES),
            forbidden("create user", ROLES),
            forbidden("create group", ROLES),
            forbidden("drop role", ROLES),
            forbidden("drop user", ROLES),
            forbidden("drop group", ROLES),
            forbidden("drop owned", "Drop temporary objects by name."),
            forbidden("reassign owned", "Objects cannot change hands."),
            forbidden("alter database", SETTINGS),
            forbidden("alter system", SETTINGS),
            forbidden("do", "Send the statements themselves, one after the other."),
            forbidden("load", "No libraries can be loaded."),
            forbidden("create function", FUNCTIONS),
            forbidden("create procedure", FUNCTIONS),
            forbidden("create or replace function", FUNCTIONS),
            forbidden("create or replace procedure", FUNCTIONS));

    private static ForbiddenCommand forbidden(String words, String hint) {
        String command = words.toUpperCase(Locale.ROOT);
        return new ForbiddenCommand(
                List.of(words.split(" ", -1)),
                Refusal.forbidden(command + " is not allowed through the gateway", hint));
    }

    /** Whether the statement that the lexer is about to read begins with the command's words. */
    boolean begins(Lexer statement) {
        for (String word : words) {
            if (!statement.advance() || !statement.isWord(word)) {
                return false;
            }
        }
        return true;
    }
}
