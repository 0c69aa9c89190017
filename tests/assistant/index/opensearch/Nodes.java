import java.util.Scanner;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Three OpenSearch nodes on loopback: `java Nodes.java FOLDER HTTP1,TRANSPORT1 …`; then “stop N”, “start N” on standard input. */
public class Nodes {
    public static void main(String[] args) throws Exception {
        var hosts = new StringBuilder();
        for (int n = 1; n < args.length; n++) {
            hosts.append(n > 1 ? "," : "").append("127.0.0.1:").append(args[n].split(",")[1]);
        }
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            var ports = args[number].split(",");
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", ports[0]);
            settings.put("transport.port", ports[1]);
            settings.put("discovery.seed_hosts", hosts.toString());
            settings.put("cluster.initial_cluster_manager_nodes", "Node 1");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            settings.put("node.processors", 1);
            // A node that is gone is noticed in seconds, as tests have no minutes.
            settings.put("cluster.fault_detection.follower_check.timeout", "2s");
        }).build(OpenSearchRunner.newConfigs().basePath(args[0]).numOfNode(args.length - 1).clusterName("chithi-tests").disableESLogger());
        runner.ensureYellow();
        System.out.println("ready");
        var commands = new Scanner(System.in);
        while (commands.hasNext()) {
            var verb = commands.next();
            int node = commands.nextInt();
            if (verb.equals("stop")) runner.getNode(node).close();
            if (verb.equals("start")) runner.startNode(node);
            System.out.println(verb + " " + node);
        }
        runner.close();
    }
}
