package dev.postrider.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers the requests of one connection, has each answered, and reads on only when the answer is on its way. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {

    private static final int MAX_BODY = 64 << 20;
    private static final int USUAL_BODY = 16 << 10;

    private final Function<Request, Answer> application;
    private @Nullable HttpRequest head;
    private @Nullable ByteBuf body;

    Connection(Function<Request, Answer> application) {
        this.application = application;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuse(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && head != null) {
            gather(context, content);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        long length = HttpUtil.getContentLength(request, USUAL_BODY);
        if (length > MAX_BODY) {
            refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        head = request;
        body = context.alloc().heapBuffer((int) length);
        if (HttpUtil.is100ContinueExpected(request)) {
            var unused = context.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    private void gather(ChannelHandlerContext context, HttpContent content) {
        HttpRequest request = head;
        ByteBuf bytes = body;
        if (request == null || bytes == null) {
            return;
        }
        if (bytes.readableBytes() + content.content().readableBytes() > MAX_BODY) {
            refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        bytes.writeBytes(content.content());
        if (content instanceof LastHttpContent) {
            Answer answer = application.apply(
                    Request.of(request, new Request.Body(bytes.array(), bytes.arrayOffset(), bytes.readableBytes())));
            release();
            schedule(context, answer, HttpUtil.isKeepAlive(request));
        }
    }

    private static void schedule(ChannelHandlerContext context, Answer answer, boolean keepAlive) {
        if (answer.delay().isZero()) {
            AnswerWriter.write(context.channel(), answer, keepAlive);
            return;
        }
        context.channel().config().setAutoRead(false);
        var unused = context.executor()
                .schedule(
                        () -> {
                            AnswerWriter.write(context.channel(), answer, keepAlive);
                            context.channel().config().setAutoRead(true);
                        },
                        answer.delay().toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        release();
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, "close");
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void release() {
        ReferenceCountUtil.release(body);
        head = null;
        body = null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        release();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            System.getLogger(Connection.class.getName())
                    .log(System.Logger.Level.ERROR, "the simulator failed on a request", cause);
        }
        var unused = context.close();
    }
}
