package dev.postrider.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Writes one answer in the condition that it is to arrive in. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(Channel channel, Answer answer, boolean keepAlive) {
        switch (answer.condition()) {
            case WHOLE -> writeWhole(channel, answer, keepAlive);
            case TRUNCATED -> writeHalf(channel, answer);
            case RESET -> reset(channel);
        }
    }

    private static void writeWhole(Channel channel, Answer answer, boolean keepAlive) {
        HttpResponse response = addHeaders(
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(answer.status()),
                        Unpooled.wrappedBuffer(answer.body())),
                answer);
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
        }
        ChannelFuture written = channel.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static void writeHalf(Channel channel, Answer answer) {
        ByteBuf half = Unpooled.wrappedBuffer(answer.body(), 0, answer.body().length / 2);
        var unused = channel.write(addHeaders(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status())), answer));
        channel.writeAndFlush(new DefaultHttpContent(half)).addListener(ChannelFutureListener.CLOSE);
    }

    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        var unused = channel.close();
    }

    private static HttpResponse addHeaders(HttpResponse response, Answer answer) {
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        headers.set("x-amzn-RequestId", requestId());
        if (answer.errorType() != null) {
            headers.set("x-amzn-ErrorType", answer.errorType());
        }
        return response;
    }

    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
