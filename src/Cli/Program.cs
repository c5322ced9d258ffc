Responsables.Web.Program.Main(args);
