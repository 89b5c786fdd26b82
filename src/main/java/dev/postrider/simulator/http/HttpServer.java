package dev.postrider.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An HTTP/1.1 server on loopback. The application is called on event loop threads and must not block. */
public final class HttpServer implements AutoCloseable {

    private static final int CHUNK = 256 << 10;

    private final MultiThreadIoEventLoopGroup loops;
    private final Channel channel;

    private HttpServer(MultiThreadIoEventLoopGroup loops, Channel channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /** Starts on the port, or on a free one for port 0. */
    public static HttpServer start(int port, int threads, Function<Request, Answer> application) {
        var loops = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("ses-simulator", true), NioIoHandler.newFactory());
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(1024, 16 << 10, CHUNK))
                .childHandler(new Connections(application))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
            throw new UncheckedIOException(new BindException(
                    "port " + port + " is not free: " + bound.cause().getMessage()));
        }
        return new HttpServer(loops, bound.channel());
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final class Connections extends ChannelInitializer<SocketChannel> {

        private final Function<Request, Answer> application;

        Connections(Function<Request, Answer> application) {
            this.application = application;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec(new HttpDecoderConfig().setMaxChunkSize(CHUNK)))
                    .addLast(new FlowControlHandler())
                    .addLast(new Connection(application));
        }
    }
}
