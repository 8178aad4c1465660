/**
 * The tests of a pack, as its vendor keeps them: {@link com.example.brightdesk.leasing.LeasingPackTest} runs check and cases
 * in one line, {@link com.example.brightdesk.leasing.TrustTest} and {@link com.example.brightdesk.leasing.LeasingJarIT} see
 * the pack with the eyes of a host.
 */
@NullMarked
package com.example.brightdesk.leasing;

import org.jspecify.annotations.NullMarked;
