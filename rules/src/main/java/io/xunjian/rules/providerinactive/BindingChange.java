package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;

/** A SHOP_BOUND or SHOP_UNBOUND of a shop. */
record BindingChange(Evidence act, String providerId, boolean isBound) implements Comparable<BindingChange> {

    /**
     * The binding after this change. A SHOP_BOUND moves a shop that was bound to another provider; a SHOP_UNBOUND ends only
     * its own provider's binding.
     *
     * @param before the SHOP_BOUND in force, {@code null} if the shop was not bound
     */
    BindingChange after(BindingChange before) {
        if (isBound) {
            return this;
        }
        return before != null && before.providerId.equals(providerId) ? null : before;
    }

    @Override
    public int compareTo(BindingChange other) {
        return act.compareTo(other.act);
    }
}
