package org.cdfgateway.app.migrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cdfgateway.sql.edit.Edit;

/**
 * Edits as a unified diff, which {@code patch} understands:
 *
 * <pre>
 * --- a/orders.sql
 * +++ b/orders.sql
 * &#64;@ -1,2 +1,2 @@
 * -SELECT key FROM raw
 * +SELECT _raw_key AS key FROM raw_rows
 *  ORDER BY 1;
 * </pre>
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final String before;
    private final List<String> lines;
    private final List<Integer> starts = new ArrayList<>();

    private UnifiedDiff(String before) {
        this.before = before;
        this.lines = lines(before);
        int position = 0;
        for (String line : lines) {
            starts.add(position);
            position += line.length();
        }
        starts.add(position);
    }

    /**
     * @param edits from left to right, of {@code before}
     * @return empty when there are none
     */
    public static String of(String name, String before, List<Edit> edits) {
        if (edits.isEmpty()) {
            return "";
        }
        return "--- a/" + name + "\n+++ b/" + name + "\n" + new UnifiedDiff(before).hunks(edits);
    }

    /** Lines {@code first} to before {@code end} that became {@code after}. */
    private record Block(int first, int end, List<String> after) {

        int growth() {
            return after.size() - (end - first);
        }
    }

    private String hunks(List<Edit> edits) {
        StringBuilder diff = new StringBuilder();
        int growth = 0;
        List<Block> hunk = new ArrayList<>();
        for (Block block : blocks(edits)) {
            if (!hunk.isEmpty() && block.first() - hunk.get(hunk.size() - 1).end() > 2 * CONTEXT) {
                growth += hunk(hunk, growth, diff);
                hunk.clear();
            }
            hunk.add(block);
        }
        hunk(hunk, growth, diff);
        return diff.toString();
    }

    private List<Block> blocks(List<Edit> edits) {
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < edits.size()) {
            int first = lineOf(edits.get(i).start());
            int end = lineOf(edits.get(i).end()) + 1;
            List<Edit> inBlock = new ArrayList<>();
            while (i < edits.size() && lineOf(edits.get(i).start()) < end) {
                end = Math.max(end, lineOf(edits.get(i).end()) + 1);
                inBlock.add(edits.get(i));
                i++;
            }
            blocks.add(new Block(first, end, after(first, end, inBlock)));
        }
        return blocks;
    }

    private List<String> after(int first, int end, List<Edit> edits) {
        int offset = starts.get(first);
        List<Edit> moved = edits.stream()
                .map(edit -> new Edit(edit.start() - offset, edit.end() - offset, edit.replacement()))
                .toList();
        return lines(Edit.apply(before.substring(offset, starts.get(end)), moved));
    }

    /** Returns by how many lines the hunk grew. */
    private int hunk(List<Block> blocks, int growthBefore, StringBuilder diff) {
        int from = Math.max(0, blocks.get(0).first() - CONTEXT);
        int to = Math.min(lines.size(), blocks.get(blocks.size() - 1).end() + CONTEXT);
        int growth = blocks.stream().mapToInt(Block::growth).sum();
        diff.append(
                "@@ -%d,%d +%d,%d @@\n".formatted(from + 1, to - from, from + 1 + growthBefore, to - from + growth));
        int line = from;
        for (Block block : blocks) {
            print(' ', lines.subList(line, block.first()), diff);
            print('-', lines.subList(block.first(), block.end()), diff);
            print('+', block.after(), diff);
            line = block.end();
        }
        print(' ', lines.subList(line, to), diff);
        return growth;
    }

    private static void print(char sign, List<String> printed, StringBuilder diff) {
        for (String line : printed) {
            diff.append(sign).append(line);
            if (!line.endsWith("\n")) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private int lineOf(int position) {
        int found = Collections.binarySearch(starts, position);
        return Math.min(found >= 0 ? found : -found - 2, lines.size() - 1);
    }

    /** With the line breaks at their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
