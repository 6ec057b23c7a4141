package io.xunjian.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS with whomever it may be: to learn whether it is spoken at all. Nothing secret may be said there. */
final class AnyCertificate implements X509TrustManager {

    private AnyCertificate() {}

    static Socket over(Socket plain, InetSocketAddress address) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the other side speaks TLS, if only to say no. */
    static boolean isGreeted(Socket socket) throws IOException {
        try {
            ((SSLSocket) socket).startHandshake();
            return true;
        } catch (SSLException e) {
            return e.getMessage() != null && e.getMessage().contains("fatal alert");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // this side serves nobody
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        // whoever it is
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
