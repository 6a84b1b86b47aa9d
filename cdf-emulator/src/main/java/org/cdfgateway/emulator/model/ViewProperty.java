package org.cdfgateway.emulator.model;

/**
 * A property of a view that maps one of a container.
 *
 * @param container where the values are
 */
public record ViewProperty(String name, Container container, ContainerProperty target) {}
