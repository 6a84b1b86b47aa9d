package org.cdfgateway.emulator.journal;

/** When changes are forced to the disk. However that is, they survive the end of the process, also by a kill -9. */
public enum Durability {
    /** Before they are answered; a crash of the machine loses none. */
    EACH_CHANGE,
    /** Within a second; a crash of the machine loses at most the changes of the last one. */
    EACH_SECOND,
    /** Whenever the operating system does it. */
    WHENEVER
}
