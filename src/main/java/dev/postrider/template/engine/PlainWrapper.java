package dev.postrider.template.engine;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateSequenceModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows templates maps, lists, text, numbers, booleans and instants, and nothing else: no object has methods. */
final class PlainWrapper implements ObjectWrapper {

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            return new SimpleScalar(text);
        } else if (value instanceof Number number) {
            return new SimpleNumber(number);
        } else if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        } else if (value instanceof Instant instant) {
            return new SimpleDate(Date.from(instant), TemplateDateModel.DATETIME);
        } else if (value instanceof Map<?, ?> map) {
            return new MapModel(map);
        } else if (value instanceof List<?> list) {
            return new ListModel(list);
        } else if (value instanceof TemplateModel model) {
            return model;
        }
        throw new TemplateModelException(
                "templates are not shown a " + value.getClass().getSimpleName());
    }

    private final class MapModel implements TemplateHashModelEx {

        private final Map<?, ?> map;

        MapModel(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return wrap(map.get(key));
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public TemplateCollectionModel keys() {
            return () -> new IteratorModel(map.keySet());
        }

        @Override
        public TemplateCollectionModel values() {
            return () -> new IteratorModel(map.values());
        }
    }

    private final class ListModel implements TemplateSequenceModel {

        private final List<?> list;

        ListModel(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index < 0 || index >= list.size() ? null : wrap(list.get(index));
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private final class IteratorModel implements TemplateModelIterator {

        private final Iterator<?> iterator;

        IteratorModel(Collection<?> values) {
            this.iterator = values.iterator();
        }

        @Override
        public @Nullable TemplateModel next() throws TemplateModelException {
            return wrap(iterator.next());
        }

        @Override
        public boolean hasNext() {
            return iterator.hasNext();
        }
    }
}
