/**
 * The judge of every fault test: what the clients did and saw, held against what was stored.
 *
 * <p>Source: the promises of delivery.
 */
@org.jspecify.annotations.NullMarked
package charla.server.fault;
