package org.complaintkit.examples.bank.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than allowed, whatever its length is said to be; the answer is then 413. */
@Component
class BodyLimit extends OncePerRequestFilter {
    /** Attribute of a request whose body was longer. */
    static final String EXCEEDED = "bank.body.exceeded";

    private final long most;

    BodyLimit(@Value("${bank.max-body:256KB}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Counted(request, request.getInputStream(), most);
                    }
                },
                response);
    }

    private static final class Counted extends ServletInputStream {
        private final HttpServletRequest request;
        private final ServletInputStream body;
        private long left;

        Counted(HttpServletRequest request, ServletInputStream body, long most) {
            this.request = request;
            this.body = body;
            this.left = most;
        }

        private int counted(int read, int bytes) throws IOException {
            left -= read < 0 ? 0 : bytes;
            if (left < 0) {
                request.setAttribute(EXCEEDED, true);
                throw new IOException("the body is too long");
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            return counted(body.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            return counted(read, read);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
