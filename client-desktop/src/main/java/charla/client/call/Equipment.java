package charla.client.call;

/** What this computer has to call with. */
public record Equipment(Media media, AudioDevices devices, Ringer ringer) {}
