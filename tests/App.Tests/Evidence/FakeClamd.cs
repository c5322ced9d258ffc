using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Responsables.App.Tests.Evidence;

/// <summary>A clamd that reads what it is sent as the protocol says, and answers what the test wants.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    /// <param name="reply">What is answered to these bytes; null: nothing, until the other side gives up; empty: the line is cut.</param>
    public FakeClamd(Func<byte[], string?> reply)
    {
        listener.Start();
        serving = ServeAsync(reply);
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public List<byte[]> Seen { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync(Func<byte[], string?> reply)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            var command = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(command, stop.Token);
            using var content = new MemoryStream();
            var size = new byte[sizeof(int)];
            while (true)
            {
                await stream.ReadExactlyAsync(size, stop.Token);
                var length = BinaryPrimitives.ReadInt32BigEndian(size);
                if (length == 0)
                {
                    break;
                }

                var part = new byte[length];
                await stream.ReadExactlyAsync(part, stop.Token);
                content.Write(part);
            }

            Seen.Add(content.ToArray());
            if (reply(content.ToArray()) is not { } words)
            {
                // Says nothing: the other side gives up and goes.
                _ = await stream.ReadAsync(size, stop.Token).AsTask().ContinueWith(_ => 0, TaskScheduler.Default);
            }
            else if (words.Length > 0)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\0"), stop.Token);
            }
        }
    }
}
