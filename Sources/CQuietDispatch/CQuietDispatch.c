// On Linux libdispatch wakes every second, from the first task on and for as long as the process lives, to see whether its
// workers are blocked and more of them are wanted (event/workqueue.c, _dispatch_workq_monitor_pools). A daemon that has
// nothing to do is to sleep: without the two functions through which workers report for that, there is nothing to watch.
//
// What is lost is that more threads than processors are started where some of them block, which is how Swift's
// concurrency works on other systems: tasks do not wait for one another by blocking a thread. GRDB's queues are of another
// kind, which was never watched.
//
// In a statically linked program these stand in for the archive's own file of them; where libdispatch is a shared library,
// as in debug builds, they are called by nobody.

#include "CQuietDispatch.h"

void _dispatch_workq_worker_register(void *queue);
void _dispatch_workq_worker_unregister(void *queue);

void _dispatch_workq_worker_register(void *queue) { (void)queue; }
void _dispatch_workq_worker_unregister(void *queue) { (void)queue; }
