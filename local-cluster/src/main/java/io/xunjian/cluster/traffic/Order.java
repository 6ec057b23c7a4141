package io.xunjian.cluster.traffic;

/**
 * A paid order.
 *
 * @param paid epoch milliseconds
 * @param amountFen 1/100 yuan
 */
record Order(String id, String shopId, long paid, long amountFen) {}
