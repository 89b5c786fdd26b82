package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermittedSyntaxTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'1+1'?eval}",
                "${'{}'?eval_json.x}",
                "<@'<#assign x=1>'?interpret/>",
                "${recipient.firstName?no_esc}",
                "${recipient.firstName?noEsc}",
                "<#noautoesc>${recipient.firstName}</#noautoesc>",
                "<#outputformat 'plainText'>${recipient.firstName}</#outputformat>",
                "<#ftl output_format='plainText'>${recipient.firstName}",
                "<#ftl auto_esc=false>${recipient.firstName}",
                "<#setting locale='de'>",
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${recipient?api.class}",
                "${recipient?has_api?c}",
                "<#attempt>a<#recover>b</#attempt>",
                "<#include recipient.firstName>",
                "<#include 'a${recipient.firstName}'>",
                "<#include 'body.ftlh' parse=false>",
                "<#include 'gone.ftlh' ignore_missing=true>",
                "<#import recipient.firstName as x>",
                "<@.get_optional_template('x').include/>",
                "${.data_model.recipient.firstName}",
                "${.vars['recipient'].firstName}",
                "${'x'?left_pad(1000000000)}",
                "${'x'?right_pad(1000000000)}",
                "${'aaaa'?matches('(a+)+b')?c}",
                "${'aaaa'?replace('(a+)+b', '', 'r')}",
                "<#assign r = 'aaaa'?replace>${r('(a+)+b', '', 'r')}",
                "${'aaaa'?split('(a+)+b', 'r')?size}",
                "${'aaaa'?keep_after('(a+)+b', 'r')}",
                "${'aaaa'?ensure_starts_with('(a+)+b', 'x')}",
                "<#list 1.. as i>x</#list>",
                "<#list 1..1000000000 as i></#list>",
                "<#list 1000000000..1 as i></#list>",
                "<#list 1..attributes.level as i></#list>",
                "${friends?map(a -> friends?map(b -> friends?size)?join(''))?join('')}",
                "<#stop recipient.firstName>",
                "<#recurse recipient>",
                "<#visit recipient>",
                "${\"a ${'x'?eval} b\"}",
                "<p class=\"${\"${'x'?no_esc}\"}\">",
                "<#macro m a='x'?eval>${a}</#macro>",
                "<#function f a><#return a?eval></#function>",
                "<@m x={'y': ['x'?eval]}/>",
                "<#if true && ('x'?eval == 1)></#if>",
                "<#switch 1><#case 'x'?eval></#switch>",
                "<#switch 1><#on 1, 'x'?eval>a</#switch>",
                "${true?then('x'?eval, 1)}",
                "${1?switch(1, 'x'?eval)}",
                "${friends?filter(f -> f.id?eval)?size}",
                "${friends['x'?eval..]?size}",
                "${(x!('y'?eval))}",
                "<#list friends as f><#sep>${'x'?eval}</#list>",
                "<#list friends>a<#items as f>${'x'?eval}</#items><#else>${'x'?eval}</#list>"
            })
    void refuses(String body) {
        assertThatThrownBy(() -> Drafts.body(body))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageStartingWith("draft/body.ftlh:1:")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${'1'?eval}", "<#ftl output_format='HTML'>x", "<#setting locale='de'>x"})
    void refusesInSubjectAndTextToo(String source) {
        assertThatThrownBy(() -> Drafts.subject(source)).hasMessageStartingWith("draft/subject.ftl:1:");
        assertThatThrownBy(() ->
                        Drafts.template().file("draft/body.txt.ftl", source).compile())
                .hasMessageStartingWith("draft/body.txt.ftl:1:");
    }

    @Test
    void refusesInSharedPieces() {
        assertThatThrownBy(() -> Drafts.template()
                        .file("draft/body.ftlh", "<#import '/layout/a.ftlh' as a>")
                        .file("layout/a.ftlh", "\n<#function f x><#return x?eval></#function>")
                        .compile())
                .hasMessage("layout/a.ftlh:2:25: ?eval is not permitted in templates");
    }

    @Test
    void namesTheDirectiveThatIsRefused() {
        assertThatThrownBy(() -> Drafts.body("\n <#attempt>a<#recover>b</#attempt>"))
                .hasMessageStartingWith("draft/body.ftlh:2:2: <#attempt> is not permitted in templates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#ftl strip_whitespace=true>${recipient.firstName?upper_case}",
                "<#list 1..3 as i>${i}<#sep>, </#list>",
                "<#list 0..<friends?size as i>${friends[i].id}</#list>",
                "${recipient.firstName[0..*1]} ${recipient.firstName[1..]}",
                "${'a-b'?replace('-', '+')} ${'a,b'?split(',')?join(' ')} ${'a@b'?keep_after('@')}",
                "${27?lower_abc} ${slot?date} ${slot?string('yyyy-MM-dd')} ${slot?string.iso}",
                "<#assign x = {'a': 1, 'b': [1, 2]}>${x.b?size} <#global y = 2>${y}",
                "<#assign capture>text</#assign>${capture}",
                "<#macro m a b='2'><b>${a}${b}<#nested 1></b></#macro><@m a=1; i>${i}</@m>",
                "<#function twice x><#return x * 2></#function>${twice(2)}",
                "<#switch 2><#case 1>a<#break><#default>b</#switch><#switch 1><#on 1>a</#switch>",
                "${friends?filter(f -> ((f.attributes.level)!0) > 1)?map(f -> f.firstName)?join(', ')}",
                "<#compress>  a   b </#compress><#-- comment --><#t>",
                "<#if (friends![])?has_content>a<#elseif recipient.x??>b<#else>c</#if>"
            })
    void permits(String body) {
        assertThatCode(() -> Drafts.body(body).render(Drafts.model(Map.of()))).doesNotThrowAnyException();
    }
}
