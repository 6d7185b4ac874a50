package org.remora.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void products_ids_areUnique() {
        assertThat(catalogue.products()).extracting(Product::id).doesNotHaveDuplicates();
    }

    @Test
    void changePrice_ofOneProduct_isSeenWhereverItIsShown() {
        Product rope = catalogue.find("rope").orElseThrow();

        catalogue.changePrice(rope, new Price(1999));

        assertThat(catalogue.find("rope")).map(Product::price).contains(new Price(1999));
        assertThat(catalogue.products()).contains(rope.at(new Price(1999))).doesNotContain(rope);
    }

    @Test
    void products_each_hasADrawing() throws IOException {
        String drawings = Files.readString(Path.of("src/main/webapp/products.svg"));

        assertThat(catalogue.products())
                .allSatisfy(product -> assertThat(drawings).contains("<symbol id=\"" + product.id() + "\""));
    }
}
