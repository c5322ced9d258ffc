using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Responsables.Engines;

/// <summary>
/// A PostgreSQL server for the run: the one that <c>RESPONSABLES_TEST_DATABASE</c> gives, else a throw-away cluster in a temporary folder,
/// started once and stopped with the process.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "RESPONSABLES_TEST_DATABASE";
    private const string Superuser = "essais";

    private static readonly Lazy<string> Started = new(() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Start());

    /// <summary>Connection string without a database.</summary>
    public static string ConnectionString => Started.Value;

    private static string Start()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
            : null;
        if (binaries is null)
        {
            throw new InvalidOperationException($"These tests need PostgreSQL: install its server, or give one by {Variable}.");
        }

        var folder = Directory.CreateTempSubdirectory("responsables-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        RunAsServer(Path.Combine(binaries, "initdb"), "-D", data, "-U", Superuser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(binaries, folder, data);
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200");
        RunAsServer(Path.Combine(binaries, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={Superuser}");
    }

    private static void Stop(string binaries, string folder, string data)
    {
        RunAsServer(Path.Combine(binaries, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    // The server refuses to run as root.
    private static void RunAsServer(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // Output goes nowhere: the server keeps an inherited pipe open, and reading it would wait for ever.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
