package io.xunjian.rules.lateshipment;

/** What counts as shipped. */
enum CureOn {
    /** The shop has uploaded a waybill for the whole order. */
    WAYBILL_UPLOADED,
    /** The carrier has scanned the parcel. */
    PICKUP_SCAN
}
