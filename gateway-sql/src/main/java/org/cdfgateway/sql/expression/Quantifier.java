package org.cdfgateway.sql.expression;

/** How many elements of an array a comparison must hold for. */
public enum Quantifier {
    ANY,
    ALL
}
