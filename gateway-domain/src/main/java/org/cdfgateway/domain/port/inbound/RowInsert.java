package org.cdfgateway.domain.port.inbound;

import java.util.List;

/**
 * A statement that inserts one row into a CDF table and takes each of its parameters {@code $1}, {@code $2} and so on
 * once, in this order. Inserting its row k times, in one transaction, is the same as running its text for k rows.
 *
 * @param head the text before the row
 * @param pieces the text of the row: before its first parameter, between them, behind the last one; ASCII like the head
 */
public record RowInsert(String head, List<String> pieces) {

    public RowInsert {
        pieces = List.copyOf(pieces);
    }

    public int parameters() {
        return pieces.size() - 1;
    }

    /** The statement that inserts several rows, whose parameters are numbered on from row to row. */
    public String text(int rows) {
        StringBuilder text = new StringBuilder(head);
        for (int row = 0; row < rows; row++) {
            text.append(row == 0 ? "" : ", ").append(pieces.get(0));
            for (int parameter = 1; parameter < pieces.size(); parameter++) {
                text.append('$').append(row * parameters() + parameter).append(pieces.get(parameter));
            }
        }
        return text.toString();
    }
}
