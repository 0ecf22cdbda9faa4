"""Where keys live: one folder for each kind of holder, all behind ``signing.ports.Provider``."""
