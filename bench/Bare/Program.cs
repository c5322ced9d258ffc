// The floor of bench/pages.mjs: the same server with one endpoint that gives 20 kB of ready-made HTML.
using System.Text;

var page = Encoding.UTF8.GetBytes("<!doctype html><title>Page</title>" + new string('x', 20_000));
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/", () => Results.Bytes(page, "text/html; charset=utf-8"));
await app.RunAsync();
