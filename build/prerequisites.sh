# Sourced by ./run and ./test: says what is missing, by name, before anything starts.
need() { # command, what to install
  command -v "$1" >/dev/null 2>&1 || { printf 'Il manque : %s. Installez %s puis relancez.\n' "$1" "$2" >&2; exit 1; }
}
need dotnet 'le SDK .NET 10'
need node 'Node.js 20 ou plus récent'
need npm 'npm (livré avec Node.js)'
case "$(dotnet --version 2>/dev/null)" in
  10.*) ;;
  *) printf 'Il faut le SDK .NET 10 ; trouvé : %s.\n' "$(dotnet --version 2>/dev/null || echo aucun)" >&2; exit 1 ;;
esac
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { printf 'Il faut Node.js 20 ou plus récent ; trouvé : %s.\n' "$(node --version)" >&2; exit 1; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
