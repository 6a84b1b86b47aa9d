package org.cdfgateway.emulator.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures made smaller. */
final class Thumbnail {

    private static final int MAX_SIDE = 256;

    private Thumbnail() {}

    /**
     * As JPEG, on white.
     *
     * @return null for what is no picture
     */
    static byte @Nullable [] of(byte[] content) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
            return picture == null ? null : jpeg(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        double scale = Math.min(1.0, (double) MAX_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, picture.getWidth() * scale);
        int height = (int) Math.max(1, picture.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
