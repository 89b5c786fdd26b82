package dev.postrider.recipient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operators that a segment may apply to a field. Those that run code or search text are left out on purpose. */
enum SegmentOperator {
    EQ("$eq", Operand.VALUE),
    NE("$ne", Operand.VALUE),
    GT("$gt", Operand.VALUE),
    GTE("$gte", Operand.VALUE),
    LT("$lt", Operand.VALUE),
    LTE("$lte", Operand.VALUE),
    IN("$in", Operand.VALUES),
    NIN("$nin", Operand.VALUES),
    ALL("$all", Operand.VALUES),
    EXISTS("$exists", Operand.FLAG),
    SIZE("$size", Operand.LENGTH),
    REGEX("$regex", Operand.PATTERN),
    NOT("$not", Operand.OPERATORS),
    ELEM_MATCH("$elemMatch", Operand.OPERATORS);

    enum Operand {
        VALUE,
        VALUES,
        FLAG,
        LENGTH,
        PATTERN,
        OPERATORS
    }

    final String symbol;
    final Operand operand;

    SegmentOperator(String symbol, Operand operand) {
        this.symbol = symbol;
        this.operand = operand;
    }

    static Optional<SegmentOperator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    static List<String> symbols() {
        return Arrays.stream(values()).map(operator -> operator.symbol).toList();
    }
}
